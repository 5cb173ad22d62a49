package org.waymark.io.badge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * An id by which a recipient is known, in the clear or hashed.
 *
 * <p>A hash keeps the id out of sight and no more: the salt stands beside it, so that whoever can list the ids that there
 * may be finds the one that it is.
 *
 * @param type the standard's type of id, such as {@code sisSourcedId}
 * @param hashed whether the value is a hash
 * @param value the id, or {@code sha256$} and the hash of the id with the salt behind it, in hexadecimal digits
 * @param salt what was put behind the id before it was hashed
 */
public record Identity(String type, boolean hashed, String value, Optional<String> salt) {
    /** Refuses null. */
    public Identity {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(salt, "salt");
    }

    /** An id, hashed with a salt. */
    public static Identity hashed(String type, String id, String salt) {
        return new Identity(type, true, hash(id, salt), Optional.of(salt));
    }

    /** Whether it is this id. */
    public boolean is(String id) {
        return hashed ? hash(id, salt.orElse("")).equalsIgnoreCase(value) : id.equals(value);
    }

    private static String hash(String id, String salt) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((id + salt).getBytes(StandardCharsets.UTF_8));
            return "sha256$" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The type, and never the id. */
    @Override
    public String toString() {
        return type + (hashed ? " (hashed)" : " (withheld)");
    }
}
