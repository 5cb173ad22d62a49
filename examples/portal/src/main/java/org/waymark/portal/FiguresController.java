package org.waymark.portal;

import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.core.publication.PublicTable;
import org.waymark.io.chart.Chart;
import org.waymark.io.chart.Charts;

/** Goals and figures as tables, and figures as pictures that draw no more than the tables print. */
@RestController
class FiguresController {
    private final Answers answers;
    private final Publication publication;

    FiguresController(Answers answers, Publication publication) {
        this.answers = answers;
        this.publication = publication;
    }

    @GetMapping("/scorecard")
    ResponseEntity<PublicTable> scorecard(@Valid Asked.OfClass asked) {
        return answers.with(publication.find(asked));
    }

    @GetMapping("/figures/{indicator}")
    ResponseEntity<PublicTable> figure(@Valid Asked asked) {
        return answers.with(publication.find(asked));
    }

    @GetMapping(path = "/charts/{indicator}.svg", produces = "image/svg+xml")
    ResponseEntity<String> svg(@Valid Asked asked) {
        return answers.with(chart(asked).map(Chart::toSvg));
    }

    @GetMapping(path = "/charts/{indicator}.json", produces = "application/json")
    ResponseEntity<String> vegaLite(@Valid Asked asked) {
        return answers.with(chart(asked).map(Chart::toVegaLite));
    }

    private Optional<Chart> chart(Asked asked) {
        return publication.find(asked).map(table -> {
            Charts charts = Charts.of(table);
            return Grid.goalOf(asked.indicator())
                    .map(charts::goal)
                    .orElse(charts)
                    .best();
        });
    }
}
