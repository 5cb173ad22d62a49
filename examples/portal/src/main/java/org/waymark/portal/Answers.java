package org.waymark.portal;

import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What is told, under the digest of the release: who has it already is answered 304. The tag is weak, since the same content may
 * travel compressed and not.
 */
@Component
class Answers {
    private final String tag;

    Answers(Publication publication) {
        tag = "W/\"" + publication.digest() + "\"";
    }

    <T> ResponseEntity<T> with(T told) {
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache())
                .body(told);
    }

    <T> ResponseEntity<T> with(Optional<T> told) {
        return with(told.orElseThrow(Problems::notOnTheGrid));
    }
}
