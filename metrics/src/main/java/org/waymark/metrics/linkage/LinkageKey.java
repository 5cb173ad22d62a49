package org.waymark.metrics.linkage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What makes two rows the same person: an id, or a hash of name and birth date that nobody without the secret can make. */
public final class LinkageKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 16;
    private static final char BETWEEN = '\u001F';

    private final String name;
    private final Function<Map<String, String>, Optional<String>> value;

    private LinkageKey(String name, Function<Map<String, String>, Optional<String>> value) {
        this.name = name;
        this.value = value;
    }

    /** An id in a column: case, blanks, hyphens and dots do not matter; leading zeros do. */
    public static LinkageKey id(String column) {
        Objects.requireNonNull(column, "column");
        return new LinkageKey(column, row -> normalised(row, column, "[\\s.-]+"));
    }

    /**
     * A keyed hash (HMAC with SHA-256) of columns such as given name, family name and birth date. Case, accents, and everything
     * but letters and digits do not matter. A row that lacks one of the columns has no such key.
     *
     * @param secret at least 16 bytes that all who link must share and nobody else may know
     * @param columns in an order that all who link must share
     */
    public static LinkageKey keyedHash(byte[] secret, String... columns) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("secret: must have " + SHORTEST_SECRET + " bytes or more");
        }
        if (columns.length == 0) {
            throw new IllegalArgumentException("columns: must hold one at least");
        }
        SecretKeySpec own = new SecretKeySpec(secret, ALGORITHM);
        List<String> hashed = List.of(columns);
        return new LinkageKey("hash of " + String.join(", ", hashed), row -> hash(own, hashed, row));
    }

    private static Optional<String> hash(SecretKeySpec secret, List<String> columns, Map<String, String> row) {
        StringBuilder text = new StringBuilder();
        for (String column : columns) {
            Optional<String> part = normalised(row, column, "[^\\p{L}\\p{Nd}]+");
            if (part.isEmpty()) {
                return Optional.empty();
            }
            text.append(part.get()).append(BETWEEN);
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Optional.of(
                    HexFormat.of().formatHex(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + ": every Java platform has it", missing);
        }
    }

    private static Optional<String> normalised(Map<String, String> row, String column, String dropped) {
        String plain = Normalizer.normalize(row.getOrDefault(column, ""), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll(dropped, "");
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }

    Optional<String> of(Map<String, String> row) {
        return value.apply(row);
    }

    /** The columns, never a value of theirs and never the secret. */
    @Override
    public String toString() {
        return name;
    }
}
