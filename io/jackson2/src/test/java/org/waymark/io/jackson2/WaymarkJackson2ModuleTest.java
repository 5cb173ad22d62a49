package org.waymark.io.jackson2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.schema.Dimension;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.jackson.WaymarkModule;
import tools.jackson.databind.json.JsonMapper;

class WaymarkJackson2ModuleTest {
    private static final ObjectMapper OLD = new ObjectMapper().registerModule(new WaymarkJackson2Module());
    private static final JsonMapper NEW =
            JsonMapper.builder().addModule(new WaymarkModule()).build();

    private static final Indicator INDICATOR = Indicator.builder("honors")
            .success(Dimension.of("honors").in("yes"))
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
    void bothGenerationsWriteTheSame() throws IOException {
        for (Object value : List.of(TABLE, INDICATOR)) {
            JsonNode old = OLD.readTree(OLD.writeValueAsString(Map.of("answer", value)));
            assertEquals(old, OLD.readTree(NEW.writeValueAsString(Map.of("answer", value))));
        }
    }

    @Test
    void definitionsComeBackAsTheyWere() throws IOException {
        assertEquals(INDICATOR, OLD.readValue(OLD.writeValueAsString(INDICATOR), Indicator.class));
    }

    @Test
    void whatCannotBeReadIsToldWithoutItsValues() {
        JsonMappingException refused = assertThrows(
                JsonMappingException.class, () -> OLD.readValue("{\"holds\":\"sesame\"}", Indicator.class));
        assertFalse(refused.getMessage().contains("sesame"), refused.getMessage());
    }
}
