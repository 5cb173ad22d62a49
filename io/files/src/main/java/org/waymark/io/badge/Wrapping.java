package org.waymark.io.badge;

import java.io.ByteArrayInputStream;
import java.io.CharArrayReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.waymark.core.result.Reason;

/** Takes the text of a credential out of what it was baked into: a picture, a token, or nothing at all. */
final class Wrapping {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final String SVG_NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
    private static final String SVG_BEFORE = "http://openbadges.org";
    private static final Pattern TOKEN =
            Pattern.compile("\\s*[A-Za-z0-9_-]+={0,2}\\.([A-Za-z0-9_-]*)={0,2}\\.[A-Za-z0-9_-]*={0,2}\\s*");
    private static final int TEXT = 0x69545874;
    private static final int LARGEST_TEXT = 16 << 20;

    private final Report report;

    Wrapping(Report report) {
        this.report = report;
    }

    /** The JSON in a file's bytes; empty after a finding. */
    Optional<byte[]> unwrap(byte[] file) {
        if (file.length >= PNG.length && ByteBuffer.wrap(file, 0, PNG.length).equals(ByteBuffer.wrap(PNG))) {
            return png(file).flatMap(this::unbake);
        }
        int first = 0;
        while (first < file.length && (file[first] <= ' ' && file[first] >= 0 || isMark(file, first))) {
            first++;
        }
        if (first < file.length && file[first] == '<') {
            return svg(file).flatMap(this::unbake);
        }
        return unbake(file);
    }

    /** One of the three bytes of a byte order mark in UTF-8. */
    private static boolean isMark(byte[] file, int at) {
        return at < 3 && (file[at] == (byte) 0xEF || file[at] == (byte) 0xBB || file[at] == (byte) 0xBF);
    }

    /** A token's payload, or what is no token as it is. */
    private Optional<byte[]> unbake(byte[] text) {
        Matcher token = TOKEN.matcher(new String(text, StandardCharsets.ISO_8859_1));
        if (!token.matches()) {
            return Optional.of(text);
        }
        report.note("a signed token; its signature was not verified");
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token.group(1)));
        } catch (IllegalArgumentException broken) {
            report.error(Reason.BROKEN_SOURCE, 0, "", "a token with a whole payload");
            return Optional.empty();
        }
    }

    private Optional<byte[]> png(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        in.position(PNG.length);
        while (in.remaining() >= 12) {
            int length = in.getInt();
            int type = in.getInt();
            if (length < 0 || length > in.remaining() - 4) {
                break;
            }
            byte[] data = new byte[length];
            in.get(data);
            int stored = in.getInt();
            if (type == TEXT && startsWith(data, "openbadgecredential\0")) {
                return crc(data) == stored ? text(data) : broken("a picture that is whole");
            }
            if (type == TEXT && startsWith(data, "openbadges\0")) {
                report.refuse("Open Badges 2.0");
                return Optional.empty();
            }
        }
        return broken("a picture with a credential baked into it");
    }

    private Optional<byte[]> broken(String expected) {
        report.error(Reason.BROKEN_SOURCE, 0, "", expected);
        return Optional.empty();
    }

    private static int crc(byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(new byte[] {'i', 'T', 'X', 't'});
        crc.update(data);
        return (int) crc.getValue();
    }

    private static boolean startsWith(byte[] data, String ascii) {
        byte[] start = ascii.getBytes(StandardCharsets.US_ASCII);
        return data.length >= start.length
                && ByteBuffer.wrap(data, 0, start.length).equals(ByteBuffer.wrap(start));
    }

    /** Behind the keyword: whether it is compressed, how, a language, the keyword in it, the text. */
    private Optional<byte[]> text(byte[] data) {
        int at = "openbadgecredential".length() + 1;
        if (at + 2 > data.length) {
            return broken("text behind the keyword");
        }
        boolean packed = data[at] == 1;
        at += 2;
        for (int part = 0; part < 2; part++) {
            while (at < data.length && data[at] != 0) {
                at++;
            }
            at++;
        }
        if (at > data.length) {
            return broken("text behind the keyword");
        }
        ByteBuffer text = ByteBuffer.wrap(data, at, data.length - at);
        if (packed) {
            return inflated(text);
        }
        byte[] bytes = new byte[text.remaining()];
        text.get(bytes);
        return Optional.of(bytes);
    }

    private Optional<byte[]> inflated(ByteBuffer packed) {
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] text = new byte[LARGEST_TEXT];
        try {
            int size = 0;
            while (!inflater.finished() && size < text.length) {
                int more = inflater.inflate(text, size, text.length - size);
                if (more == 0 && !inflater.finished()) {
                    return broken("packed text that is whole");
                }
                size += more;
            }
            if (!inflater.finished()) {
                report.error(Reason.OVER_LIMIT, 0, "", "at most " + LARGEST_TEXT + " bytes");
                return Optional.empty();
            }
            return Optional.of(Arrays.copyOf(text, size));
        } catch (DataFormatException broken) {
            return broken("packed text that is whole");
        } finally {
            inflater.end();
        }
    }

    /** The text of the first element of the standard's, or what it says under {@code verify}. */
    private Optional<byte[]> svg(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            // Decoded here: the reader prints of broken encodings before it throws.
            CharBuffer picture = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            XMLStreamReader xml = factory.createXMLStreamReader(new CharArrayReader(
                    picture.array(), picture.arrayOffset() + picture.position(), picture.remaining()));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (SVG_BEFORE.equals(xml.getNamespaceURI())) {
                        report.refuse("Open Badges 2.0");
                        return Optional.empty();
                    }
                    if (SVG_NAMESPACE.equals(xml.getNamespaceURI())
                            && xml.getLocalName().equals("credential")) {
                        String token = xml.getAttributeValue(null, "verify");
                        String text = token == null || token.isBlank() ? xml.getElementText() : token;
                        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (XMLStreamException | CharacterCodingException broken) {
            return broken("a picture in SVG that is whole, in UTF-8");
        }
        return broken("a picture with a credential baked into it");
    }
}
