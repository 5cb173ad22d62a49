package org.waymark.portal;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was released, and how everything here can be asked for. */
@RestController
class ReleaseController {
    private final Answers answers;
    private final Publication publication;

    ReleaseController(Answers answers, Publication publication) {
        this.answers = answers;
        this.publication = publication;
    }

    @GetMapping("/release")
    ResponseEntity<Publication.Note> release() {
        return answers.with(publication.note());
    }

    @GetMapping(path = "/openapi.json", produces = "application/json")
    ResponseEntity<String> description() {
        return answers.with(OpenApi.text());
    }
}
