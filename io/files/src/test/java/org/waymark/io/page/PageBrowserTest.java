package org.waymark.io.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.language.Language;

/**
 * Pages in a real browser: {@code mvn test -Pbrowser}. Without Chromium on the path every test here is skipped. Pictures of the
 * pages are left in {@code target/pages}, to be looked at. {@code -Dwaymark.pages=folder} holds the pages of a folder, such as
 * those of a scorecard, to the same.
 */
@EnabledIfSystemProperty(named = "waymark.browser", matches = "true", disabledReason = "runs under -Pbrowser")
class PageBrowserTest {
    /** The package and its lock, which holds a digest and no address. */
    private static final Path PACKAGE = Path.of("src", "test", "browser");

    @TempDir
    static Path folder;

    private static @Nullable Browser opened;
    private static final Map<String, Path> FILES = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Browser.find().isPresent(), "no chromium on the path");
        opened = new Browser(Browser.find().orElseThrow(), folder.resolve("profile"));
        for (Language language : Language.bundled()) {
            Path file = folder.resolve("public-" + language + ".html");
            Pages.everyone(language).write(file);
            FILES.put("public-" + language, file);
        }
        Path file = folder.resolve("analysts.html");
        Pages.analysts().write(file);
        FILES.put("analysts", file);
        Optional<Path> more =
                Optional.ofNullable(System.getProperty("waymark.pages")).map(Path::of);
        if (more.isPresent()) {
            try (DirectoryStream<Path> pages = Files.newDirectoryStream(more.get(), "*.html")) {
                pages.forEach(page -> FILES.put(String.valueOf(page.getFileName()), page));
            }
        }
    }

    @AfterAll
    static void stop() {
        if (opened != null) {
            opened.close();
        }
    }

    private static Browser browser() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void nothingIsFetchedNothingFailsAndNothingReachesBeyondTheWindow() throws IOException {
        for (Map.Entry<String, Path> page : FILES.entrySet()) {
            for (int width : new int[] {320, 1280}) {
                for (boolean dark : new boolean[] {false, true}) {
                    String name = page.getKey() + "-" + width + (dark ? "-dark" : "-light");
                    browser().open(page.getValue(), width, dark);
                    browser().evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                    int used = browser()
                            .evaluate("document.documentElement.scrollWidth")
                            .intValue();
                    assertTrue(used <= width, name + " is " + used + " wide");
                    String ground = browser()
                            .evaluate("getComputedStyle(document.documentElement).backgroundColor")
                            .asString();
                    assertEquals(dark ? "rgb(20, 24, 29)" : "rgb(255, 255, 255)", ground, name);
                    assertEquals(List.of(), browser().complaints, name);
                    browser().picture(Path.of("target", "pages", name + ".png"));
                }
            }
        }
    }

    @Test
    void cellsAreWhatTheTablesPrint() {
        for (Language language : Language.bundled()) {
            browser().open(FILES.get("public-" + language), 1280, false);
            List<Table> tables = List.of(Pages.goals(), Pages.gaps(), Pages.schools(), Pages.years());
            for (int t = 0; t < tables.size(); t++) {
                List<String> expected = new ArrayList<>();
                for (List<Datum> row : tables.get(t).rows()) {
                    for (int c = 0; c < row.size(); c++) {
                        String printed = row.get(c)
                                .printed(tables.get(t).columns().get(c).kind());
                        expected.add(language.said(printed));
                    }
                }
                assertEquals(
                        expected,
                        browser()
                                .texts(
                                        "[...document.querySelectorAll('table')[" + t
                                                + "].tBodies[0].rows].flatMap(row => [...row.cells].map(cell => cell.textContent))"));
            }
        }
    }

    /** The text of axe-core, got by npm once; without npm what needs it is skipped. */
    private static String axe() throws IOException {
        Path place = Files.createDirectories(Path.of("target", "browser"));
        Path script = place.resolve(Path.of("node_modules", "axe-core", "axe.min.js"));
        if (!Files.exists(script)) {
            for (String name : new String[] {"package.json", "package-lock.json"}) {
                Files.copy(PACKAGE.resolve(name), place.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            try {
                new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                        .directory(place.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(place.resolve("npm.log").toFile())
                        .start()
                        .waitFor();
            } catch (IOException noNpm) {
                assumeTrue(false, "npm is not on the path");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        assumeTrue(Files.exists(script), "npm could not get axe-core");
        return Files.readString(script);
    }

    @Test
    void axeFindsNothing() throws IOException {
        String axe = axe();
        for (Map.Entry<String, Path> page : FILES.entrySet()) {
            for (boolean dark : new boolean[] {false, true}) {
                browser().open(page.getValue(), 1280, dark);
                browser().evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                browser().evaluate(axe + "; true");
                assertEquals(
                        List.of(),
                        browser()
                                .texts(
                                        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})"
                                                + ".then(r => r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.html.slice(0, 200)).join(' | ')))"),
                        page.getKey() + (dark ? " dark" : " light"));
                assertTrue(browser()
                                .evaluate("axe.run().then(r => r.passes.length)")
                                .intValue()
                        > 20);
            }
        }
    }

    @Test
    void wordsOfPicturesAreNeitherClippedNorOnEachOther() {
        for (int width : new int[] {320, 1280}) {
            browser().open(FILES.get("public-en"), width, false);
            assertEquals(List.of(), browser().texts("""
                    [...document.querySelectorAll('figure svg')].filter(svg => svg.getBoundingClientRect().width > 0).flatMap(svg => {
                      const box = svg.viewBox.baseVal;
                      const texts = [...svg.querySelectorAll('text')].map(t => ({b: t.getBBox(), t: t.textContent}));
                      const bad = texts.filter(({b}) => b.x < 0 || b.y < 0 || b.x + b.width > box.width || b.y + b.height > box.height)
                          .map(({t}) => 'clipped: ' + t);
                      texts.forEach((one, i) => texts.slice(i + 1).forEach(other => {
                        const a = one.b, b = other.b;
                        if (a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 4 && b.y < a.y + a.height - 4) {
                          bad.push('on each other: ' + one.t + ' / ' + other.t);
                        }
                      }));
                      return bad;
                    })"""), "at " + width);
        }
    }

    @Test
    void tableIsSortedFromTheKeyboardAndSaysSo() {
        browser().open(FILES.get("public-en"), 1280, false);
        browser()
                .evaluate("document.querySelectorAll('details').forEach(d => d.open = true);"
                        + "document.querySelectorAll('table')[2].querySelectorAll('thead button')[3].focus()");
        browser().press("Enter");
        List<String> rates = browser()
                .texts(
                        "[...document.querySelectorAll('table')[2].tBodies[0].rows].map(row => row.cells[3].dataset.value || '')");
        List<Double> numbers = rates.stream()
                .filter(rate -> !rate.isEmpty())
                .map(Double::valueOf)
                .toList();
        assertEquals(numbers.stream().sorted().toList(), numbers);
        assertEquals("", rates.get(rates.size() - 1), "what is hidden stays last");
        assertEquals(
                "Sorted by Rate, smallest first",
                browser()
                        .evaluate("document.getElementById('live').textContent")
                        .asString());
        browser().press("Enter");
        assertEquals(
                "descending",
                browser()
                        .evaluate("document.querySelectorAll('table')[2].querySelectorAll('thead th')[3].ariaSort")
                        .asString());
    }

    @Test
    void firstTabLeadsPastTheHeadAndFocusIsSeen() {
        browser().open(FILES.get("public-en"), 1280, false);
        browser().press("Tab");
        assertEquals(
                "skip", browser().evaluate("document.activeElement.className").asString());
        browser().press("Enter");
        assertEquals("#main", browser().evaluate("location.hash").asString());
        browser().press("Tab");
        assertNotEquals(
                "none",
                browser()
                        .evaluate("getComputedStyle(document.activeElement).outlineStyle")
                        .asString());
    }

    @Test
    void pictureThatCanBePointedAtComesAndGoes() throws IOException {
        browser().open(FILES.get("public-en"), 1280, true);
        int buttons = browser()
                .evaluate("document.querySelectorAll('figure button').length")
                .intValue();
        assertEquals(3, buttons);
        browser().evaluate("document.querySelectorAll('figure button').forEach(b => b.click())");
        assertEquals(
                3,
                browser()
                        .evaluate("document.querySelectorAll('.interactive svg').length")
                        .intValue());
        assertEquals(List.of(), browser().complaints);
        browser().picture(Path.of("target", "pages", "pointed-at-dark.png"));
        browser().evaluate("document.querySelectorAll('figure button').forEach(b => b.click())");
        assertEquals(
                0,
                browser()
                        .evaluate("document.querySelectorAll('.interactive').length")
                        .intValue());
    }
}
