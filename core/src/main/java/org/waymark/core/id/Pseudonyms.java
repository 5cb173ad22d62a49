package org.waymark.core.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that stand for ids: the same id always has the same name, and without the key nobody can tell which.
 *
 * <p><b>Formula:</b> the first 128 bits of HMAC-SHA-256 of the purpose, the version of the key and the id, in hexadecimal. A plain hash of
 * an id is no pseudonym, for whoever has a list of ids can hash them all; here that takes the key. <b>Purpose:</b> ids of
 * different purposes, or under different versions of a key, have names that cannot be linked.
 *
 * <p>The key is never printed and never written. <b>Source:</b> RFC 2104; NIST FIPS 198-1.
 */
public final class Pseudonyms {
    private static final int SHORTEST_KEY = 32;
    private static final int BYTES = 16;

    private final byte[] key;
    private final String purpose;
    private final int version;

    private Pseudonyms(byte[] key, String purpose, int version) {
        this.key = key;
        this.purpose = purpose;
        this.version = version;
    }

    /**
     * Pseudonyms under a key.
     *
     * @param key a secret of 32 random bytes or more; it is copied
     * @param purpose what they are for, such as one study or one file
     * @param version the version of the key, from 1
     */
    public static Pseudonyms of(byte[] key, String purpose, int version) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("key: must have " + SHORTEST_KEY + " bytes or more, had " + key.length);
        }
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("purpose: must say what the pseudonyms are for");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version: must be 1 or more, was " + version);
        }
        return new Pseudonyms(key.clone(), purpose, version);
    }

    /** The name that stands for an id: 32 hexadecimal digits. */
    public String of(String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] about = purpose.getBytes(StandardCharsets.UTF_8);
            // The length of the purpose stands in front, so that no purpose and id run into another pair.
            mac.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(about.length)
                    .putInt(version)
                    .array());
            mac.update(about);
            byte[] tag = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(tag, BYTES));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", missing);
        }
    }

    /**
     * The names of many ids, in their order.
     *
     * @throws IllegalStateException if two ids have the same name, of which the chance is below 10^-18 for ten billion ids
     */
    public Map<String, String> of(Collection<String> ids) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> taken = new LinkedHashMap<>();
        for (String id : ids) {
            String name = of(id);
            String before = taken.put(name, id);
            if (before != null && !before.equals(id)) {
                throw new IllegalStateException("ids: two have the same pseudonym; choose another version of the key");
            }
            names.put(id, name);
        }
        return Collections.unmodifiableMap(names);
    }

    /** What they are for; nothing of the key. */
    @Override
    public String toString() {
        return "pseudonyms for " + purpose + ", key version " + version + " (secret)";
    }
}
