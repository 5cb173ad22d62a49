package org.waymark.portal;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.publication.PublicTable;
import org.waymark.metrics.catalog.Catalog;

/** The indicators of the field: definitions, never figures. */
@RestController
class CatalogueController {
    private final Answers answers;
    private final Publication publication;

    CatalogueController(Answers answers, Publication publication) {
        this.answers = answers;
        this.publication = publication;
    }

    @GetMapping("/catalogue")
    ResponseEntity<PublicTable> catalogue() {
        return answers.with(publication.catalogue());
    }

    @GetMapping("/catalogue/{id}")
    ResponseEntity<Indicator> indicator(@PathVariable String id) {
        return answers.with(Catalog.find(id));
    }
}
