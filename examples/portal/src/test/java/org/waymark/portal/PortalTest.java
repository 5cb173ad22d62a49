package org.waymark.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Over real HTTP, on a port of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "portal.data=synthetic:12000:42")
class PortalTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FIGURE = "/figures/A3?by=race&class_of=2024";

    @TempDir
    static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping mappings;

    @DynamicPropertySource
    static void ledger(DynamicPropertyRegistry properties) {
        properties.add("portal.ledger", () -> folder.resolve("ledger.jsonl").toString());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    /** Something that each path of the description answers. */
    private static Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        asked.put("/", List.of("/"));
        asked.put("/es", List.of("/es"));
        asked.put("/openapi.json", List.of("/openapi.json"));
        asked.put("/release", List.of("/release"));
        asked.put("/catalogue", List.of("/catalogue"));
        asked.put("/catalogue/{id}", List.of("/catalogue/A3", "/catalogue/B1"));
        List<String> scorecards = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        for (int year : Grid.CLASSES) {
            scorecards.add("/scorecard?class_of=" + year);
            for (Grid.Figure figure : Grid.figures(year)) {
                Asked one = figure.asked();
                figures.add(one.indicator() + "?by=" + one.by() + "&measure=" + one.measure() + "&class_of=" + year);
            }
        }
        asked.put("/scorecard", scorecards);
        asked.put(
                "/figures/{indicator}",
                figures.stream().map(one -> "/figures/" + one).toList());
        for (String form : List.of(".svg", ".json")) {
            asked.put(
                    "/charts/{indicator}" + form,
                    figures.stream()
                            .map(one -> "/charts/" + one.replace("?", form + "?"))
                            .toList());
        }
        return asked;
    }

    @Test
    void everyPathIsDescribedAndEveryAnswerIsAsDescribed() throws Exception {
        JsonNode description = JSON.readTree(get("/openapi.json").body());
        assertEquals("3.1.0", description.path("openapi").stringValue());
        Collection<String> described = new TreeSet<>(description.path("paths").propertyNames());
        Collection<String> served = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !path.startsWith("/error") && !path.startsWith("${"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(served, described);
        assertEquals(described, new TreeSet<>(asked().keySet()));
        for (Map.Entry<String, List<String>> path : asked().entrySet()) {
            for (String address : path.getValue()) {
                HttpResponse<String> answer = get(address);
                assertEquals(200, answer.statusCode(), address);
                assertAsDescribed(description, path.getKey(), answer);
            }
        }
    }

    private static void assertAsDescribed(JsonNode description, String path, HttpResponse<String> answer) {
        JsonNode response = followed(
                description,
                description
                        .path("paths")
                        .path(path)
                        .path("get")
                        .path("responses")
                        .path(String.valueOf(answer.statusCode())));
        JsonNode schema = response.path("content").path(type(answer)).path("schema");
        assertFalse(schema.isMissingNode(), path + " answers " + answer.statusCode() + " " + type(answer));
        if (type(answer).endsWith("json")) {
            ObjectNode whole = ((ObjectNode) schema).deepCopy();
            whole.set("components", description.path("components"));
            List<String> wrong = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(whole.toString(), InputFormat.JSON)
                    .validate(answer.body(), InputFormat.JSON)
                    .stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
            assertEquals(List.of(), wrong, path + ": " + answer.body());
        }
    }

    private static JsonNode followed(JsonNode description, JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").stringValue().substring(1)) : node;
    }

    @Test
    void whoHasItAlreadyIsToldSo() throws Exception {
        String tag = tag(get(FIGURE));
        assertTrue(tag.matches("W/\"[0-9a-f]{64}\""), tag);
        assertTrue(tag.contains(
                JSON.readTree(get("/release").body()).path("digest").stringValue()));
        for (List<String> addresses : asked().values()) {
            HttpResponse<String> same = get(addresses.get(0), "If-None-Match", tag);
            assertEquals(304, same.statusCode(), addresses.get(0));
            assertEquals("", same.body());
            assertEquals(tag, tag(same));
            assertEquals(
                    200, get(addresses.get(0), "If-None-Match", "\"another\"").statusCode());
        }
    }

    @Test
    void whatCannotBeUnderstoodIsAProblemThatHoldsNoValue() throws Exception {
        JsonNode description = JSON.readTree(get("/openapi.json").body());
        Map<String, String> told = new LinkedHashMap<>();
        told.put("by=race&class_of=1066", "class_of must be 1950 or later");
        told.put("by=race&class_of=9999", "class_of must be 2150 or earlier");
        told.put("by=race&class_of=soon4711", "class_of must be a whole number");
        told.put("by=race", "class_of must not be null");
        told.put("class_of=2024", "by must not be null");
        told.put(
                "by=%3Cscript%3E&class_of=2024",
                "by must be a name of letters, digits, points, underscores and hyphens");
        for (Map.Entry<String, String> one : told.entrySet()) {
            HttpResponse<String> answer = get("/figures/A3?" + one.getKey());
            assertEquals(400, answer.statusCode(), one.getKey());
            assertEquals("application/problem+json", type(answer));
            assertAsDescribed(description, "/figures/{indicator}", answer);
            JsonNode errors = JSON.readTree(answer.body()).path("errors");
            assertEquals(
                    one.getValue(),
                    errors.path(0).path("parameter").stringValue() + " "
                            + errors.path(0).path("must").stringValue());
            for (String value : List.of("1066", "9999", "4711", "script")) {
                assertFalse(answer.body().contains(value), answer.body());
            }
        }
    }

    @Test
    void whatIsNotOnTheGridIsNotTold() throws Exception {
        JsonNode description = JSON.readTree(get("/openapi.json").body());
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("/figures/A3?by=school&class_of=2024", "/figures/{indicator}");
        paths.put("/figures/A3?by=race&class_of=2021", "/figures/{indicator}");
        paths.put("/figures/A3?by=race&measure=count&class_of=2024", "/figures/{indicator}");
        paths.put("/figures/B1?by=race&class_of=2024", "/figures/{indicator}");
        paths.put("/charts/B1.svg?by=race&class_of=2024", "/charts/{indicator}.svg");
        paths.put("/scorecard?class_of=2010", "/scorecard");
        paths.put("/catalogue/NOPE", "/catalogue/{id}");
        String tag = tag(get(FIGURE));
        for (Map.Entry<String, String> one : paths.entrySet()) {
            HttpResponse<String> answer = get(one.getKey(), "If-None-Match", tag);
            assertEquals(404, answer.statusCode(), one.getKey());
            assertAsDescribed(description, one.getValue(), answer);
            assertTrue(answer.body().contains("urn:waymark:problem:not-on-the-grid"), answer.body());
        }
        assertEquals("application/problem+json", type(get("/nothing-here")));
    }

    @Test
    void nothingIsChangedByAnybody() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + FIGURE))
                            .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(405, answer.statusCode(), method);
            assertEquals("application/problem+json", type(answer));
        }
    }

    @Test
    void pagesAreServedInBothLanguagesAndLeadToEachOther() throws Exception {
        String english = get("/").body();
        String spanish = get("/es").body();
        assertTrue(english.contains("<html lang=\"en\">") && english.contains("href=\"/es\""));
        assertTrue(spanish.contains("<html lang=\"es\">") && spanish.contains("href=\"/\""));
        assertTrue(english.contains("Cleared for publication") && english.contains("groups of fewer than 10 hidden"));
    }
}
