package org.waymark.io.badge;

import java.util.Objects;
import java.util.Optional;

/**
 * An organisation, or whoever else issues credentials or makes achievements.
 *
 * @param id its id, an address or a URN
 * @param name its name
 * @param url the address of its page
 * @param identifier the id under which others know it, such as that of NCES or IPEDS
 */
public record Profile(String id, Optional<String> name, Optional<String> url, Optional<String> identifier) {
    /** Refuses null and an id that is blank. */
    public Profile {
        Texts.notBlank("id", id);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(identifier, "identifier");
    }

    /** With an address as its id, and a name. */
    public static Profile of(String address, String name) {
        return new Profile(address, Optional.of(name), Optional.of(address), Optional.empty());
    }
}
