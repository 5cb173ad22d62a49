package org.waymark.io.badge;

import java.util.Objects;
import java.util.Optional;

/**
 * To what an achievement belongs, in a framework of others.
 *
 * @param name its name there
 * @param url its address there
 * @param type the standard's type, such as {@code CTDL} or {@code CFItem}, or one that begins with {@code ext:}
 * @param code its code there
 * @param framework the framework's name
 */
public record Alignment(
        String name, String url, Optional<String> type, Optional<String> code, Optional<String> framework) {
    /** Refuses null. */
    public Alignment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(framework, "framework");
    }
}
