package org.waymark.io;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Pictures into which a credential is baked. */
final class Png {
    private Png() {}

    /** What is baked in. */
    @FunctionalInterface
    interface Text {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A picture with a text, packed or as it is. */
    static byte[] baked(String text, boolean packed) throws IOException {
        return baked(packed, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same with a text that need not be held whole. */
    static byte[] baked(boolean packed, Text text) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write("openbadgecredential\0".getBytes(StandardCharsets.US_ASCII));
        data.write(new byte[] {(byte) (packed ? 1 : 0), 0, 0, 0});
        if (packed) {
            try (DeflaterOutputStream deflated = new DeflaterOutputStream(data)) {
                text.writeTo(deflated);
            }
        } else {
            text.writeTo(data);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        DataOutputStream out = new DataOutputStream(png);
        chunk(out, "IHDR", new byte[13]);
        chunk(out, "iTXt", data.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        out.writeInt(data.length);
        out.writeBytes(type);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
