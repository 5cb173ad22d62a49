package org.waymark.io.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.table.Table;
import org.waymark.io.csv.Csv;
import org.waymark.io.language.Language;

class PageTest {
    @TempDir
    Path folder;

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void pageNeedsNothingFromElsewhere() {
        String html = Pages.everyone(Language.ENGLISH).toHtml();
        assertTrue(html.contains("default-src 'none'"), "a browser is told to fetch nothing");
        // What the library could fetch it may not: see the first line. Everything else does not even try.
        String own = html.replaceAll("(?s)(<script[^>]*>).*?</script>", "$1");
        assertEquals(List.of(), all(own, "(<link|<img|<iframe|src=\"|@import|url\\()"));
        for (String href : all(html, "href=\"([^\"]*)\"")) {
            assertTrue(href.startsWith("#") || href.startsWith("data:text/csv") || href.equals("other.html"), href);
        }
    }

    @Test
    void libraryForPointingIsInsideWithItsLicencesAndEndsNoElement() {
        String html = Pages.everyone(Language.ENGLISH).toHtml();
        assertTrue(html.contains("Apache ECharts 5.5.0") && html.contains("Mike Bostock"));
        assertTrue(html.length() > 600_000, "the library is inside: " + html.length());
        // Three pictures' data, the words, the library, the script of the page.
        assertEquals(6, Pattern.compile("</script").matcher(html).results().count());
        // A page without such pictures does not carry the library.
        assertTrue(Pages.analysts().toHtml().length() < 200_000);
    }

    @Test
    void hostileTextStaysText() {
        String html = Pages.everyone(Language.ENGLISH).toHtml();
        assertFalse(html.contains("alert('x')</script>") || html.contains("<script>alert"), "script of a table");
        assertTrue(html.contains("&lt;/script&gt;&lt;script&gt;alert"));
    }

    @Test
    void labelsStatusAndLanguageAreThoseOfThePage() {
        String english = Pages.everyone(Language.ENGLISH).toHtml();
        String spanish = Pages.everyone(Language.SPANISH).toHtml();
        assertTrue(english.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
        assertTrue(spanish.startsWith("<!DOCTYPE html>\n<html lang=\"es\">"));
        for (String words : new String[] {"Not yet met", "Met", "Cannot be told", "58 more needed. Due by 2029-30"}) {
            assertTrue(english.contains(words), words);
        }
        for (String words :
                new String[] {"Aún no cumplida", "Cumplida", "No se puede saber", "Faltan 58. Plazo: 2029-30"}) {
            assertTrue(spanish.contains(words), words);
        }
        // No label of the page is left in English; what the tables say is marked as English.
        for (String key : new String[] {"skip", "data_table", "legend", "legend_interval", "explore", "public_page"}) {
            assertTrue(spanish.contains(Language.SPANISH.word(key)), key);
            assertFalse(spanish.contains(Language.ENGLISH.word(key)), key);
        }
        assertTrue(spanish.contains("<dd lang=\"en\">Share of those who graduated"));
        assertTrue(english.contains("<a lang=\"es\" hreflang=\"es\" href=\"other.html\">Esta página en Español</a>"));
    }

    @Test
    void definitionSourceAndDayStandBesideTheFigures() {
        String html = Pages.everyone(Language.ENGLISH).toHtml();
        String section = html.substring(html.indexOf("<section id=\"part-1\""), html.indexOf("<section id=\"part-2\""));
        assertTrue(section.contains("<dt>Definition</dt><dd>Share of those who graduated"), section);
        assertTrue(section.contains("<dt>Source</dt><dd>A3, within 365 days"), section);
        assertTrue(html.contains("<dt>As of</dt><dd>2026-06-30</dd>"));
        assertTrue(section.contains("CITED under citation of a made-up region"), section);
    }

    @Test
    void fileToDownloadIsTheCsvOfTheTable() throws IOException {
        String html = Pages.everyone(Language.ENGLISH).toHtml();
        Matcher link = Pattern.compile("download=\"part-1.csv\" href=\"data:text/csv;charset=utf-8;base64,([^\"]*)\"")
                .matcher(html);
        assertTrue(link.find());
        Path file = folder.resolve("gaps.csv");
        Csv.write(Pages.published(Pages.gaps()), file);
        assertEquals(
                Files.readString(file), new String(Base64.getDecoder().decode(link.group(1)), StandardCharsets.UTF_8));
    }

    @Test
    void analystsPageSaysSoAndPublicPageDoesNot() {
        String html = Pages.analysts().toHtml();
        assertTrue(html.contains("<p class=\"claim analysts\">For analysts, not for publication: board briefing</p>"));
        assertFalse(Pages.everyone(Language.ENGLISH).toHtml().contains("For analysts"));
    }

    @Test
    void everyColourOfThePageIsOneOfThePaletteWhoseContrastIsTested() {
        assertEquals(List.of(), all(Resources.text("page.css"), "(#[0-9a-fA-F]{3,8}|rgb|hsl)"));
    }

    @Test
    void samePageInEveryCountry() {
        String here = Pages.everyone(Language.SPANISH).toHtml();
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals(here, Pages.everyone(Language.SPANISH).toHtml());
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void fileThatIsThereIsReplacedOnlyWhereAsked() throws IOException {
        Path file = folder.resolve("page.html");
        Pages.analysts().write(file);
        assertThrows(FileAlreadyExistsException.class, () -> Pages.analysts().write(file));
        Pages.analysts().in(Language.SPANISH).replace(file);
        assertTrue(Files.readString(file).contains("lang=\"es\""));
    }

    @Test
    void pageWithoutGoalsOrTitleOrStatusIsRefusedOrPlain() {
        assertThrows(IllegalArgumentException.class, () -> Page.of(" "));
        assertThrows(IllegalArgumentException.class, () -> Section.of(""));
        Table gaps = Pages.gaps();
        assertThrows(
                IllegalArgumentException.class,
                () -> Page.forAnalysts("x", "title").goals(gaps));
        assertFalse(Page.of("Plain").toHtml().contains("id=\"goals\""));
    }

    @Test
    void partsOfOneNameAreToldApart() {
        Table gaps = Pages.gaps();
        String html = Page.forAnalysts("a look", "Twice")
                .section(Section.of("Gaps"), gaps)
                .section(Section.of("Gaps"), gaps)
                .toHtml();
        for (String name : List.of("head\">Gaps</h2>", "head\">Gaps (2)</h2>", ">Gaps</a>", ">Gaps (2)</a>")) {
            assertTrue(html.contains(name), name);
        }
        List<String> labels = all(html, "aria-label=\"([^\"]*)\"");
        assertEquals(labels.size(), labels.stream().distinct().count(), labels.toString());
    }
}
