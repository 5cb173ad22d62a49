package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Window;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.jackson.WaymarkModule;
import org.waymark.io.json.Json;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WaymarkModuleTest {
    private static final JsonMapper PORTAL =
            JsonMapper.builder().addModule(new WaymarkModule()).build();

    private static final Indicator INDICATOR = Indicator.builder("college")
            .universe(Dimension.of("honors").in("yes"))
            .success(EventKind.of("enrolments")
                    .taken()
                    .within(Window.within(Period.ofYears(1), Milestone.of("graduation"))))
            .build();

    private static final PublicTable TABLE = PublicTable.cited(
            Table.builder("Rates")
                    .column(Column.text("group", "who"))
                    .column(Column.share("rate", "share"))
                    .row(Datum.text("women"), Datum.real(0.125))
                    .row(Datum.text("men"), Datum.missing("*"))
                    .build(),
            "the state");

    @Test
    void aPublicTableInsideAResponseIsTheFileThatWouldBeWritten() {
        JsonNode response = PORTAL.readTree(PORTAL.writeValueAsString(Map.of("answer", List.of(TABLE))));
        assertEquals(PORTAL.readTree(Json.print(TABLE)), response.get("answer").get(0));
        assertEquals("*", response.at("/answer/0/rows/1/1/missing").asString());
        assertEquals("CITED", response.at("/answer/0/statement/status").asString());
    }

    @Test
    void definitionsComeBackAsTheyWere() {
        assertEquals(INDICATOR, PORTAL.readValue(PORTAL.writeValueAsString(INDICATOR), Indicator.class));
    }

    @Test
    void whatCannotBeReadIsToldWithoutItsValues() {
        DatabindException refused = assertThrows(
                DatabindException.class,
                () -> PORTAL.readValue(
                        "{\"formatVersion\":1,\"holds\":\"indicator\",\"id\":\"x\",\"success\":{\"type\":\"sesame\"}}",
                        Indicator.class));
        assertTrue(refused.getMessage().contains("type"), refused.getMessage());
        assertFalse(refused.getMessage().contains("sesame"), refused.getMessage());
    }
}
