package org.waymark.portal;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.core.publication.PublicTable;
import org.waymark.io.language.Language;
import org.waymark.io.page.Page;
import org.waymark.io.page.Section;

/** The report page of the latest class, in English and Spanish. */
@RestController
class PageController {
    private static final Language SPANISH = Language.SPANISH
            .saying("How the class of {0} fares", "Cómo le va a la generación de {0}")
            .saying("A made-up region; nobody in it is real.", "Una región inventada; nadie en ella es real.")
            .saying("60 % enrol within a year", "60 % se inscribe dentro de un año");

    private final Answers answers;
    private final String english;
    private final String spanish;

    PageController(Answers answers, Publication publication) {
        this.answers = answers;
        Page<PublicTable> page = page(publication, Grid.CLASSES.get(Grid.CLASSES.size() - 1));
        english = page.alsoIn(SPANISH, "/es").toHtml();
        spanish = page.in(SPANISH).alsoIn(Language.ENGLISH, "/").toHtml();
    }

    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> english() {
        return answers.with(english);
    }

    @GetMapping(path = "/es", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> spanish() {
        return answers.with(spanish);
    }

    private static Page<PublicTable> page(Publication publication, int year) {
        Page<PublicTable> page = Page.of("How the class of " + year + " fares")
                .introduced("A made-up region; nobody in it is real.")
                .goals(publication.find(new Asked.OfClass(year)).orElseThrow());
        for (Grid.Figure figure : Grid.figures(year)) {
            Section section = Section.of(figure.title())
                    .defined(figure.indicator().sentence())
                    .cited(figure.indicator().citation())
                    .drawn(charts -> Grid.goalOf(figure.indicator().id())
                            .map(charts::goal)
                            .orElse(charts)
                            .best());
            page = page.section(section, publication.find(figure.asked()).orElseThrow());
        }
        return page;
    }
}
