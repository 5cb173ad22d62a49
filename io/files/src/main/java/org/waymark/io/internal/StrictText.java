package org.waymark.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8, or UTF-16 where a byte order mark says so. Everything before a malformed byte is handed out before the
 * error is thrown, so that whoever reads knows the place; a byte order mark is passed over.
 *
 * <p>A fallback may be named for files that are not UTF-8. It is taken from the first malformed byte on, and only if
 * everything before is ASCII, which is the same text in either encoding: a file that is partly UTF-8 is broken.
 */
public final class StrictText extends Reader {
    private static final int BUFFER = 1 << 16;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPACES = 0x2020202020202020L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final InputStream in;
    private final long most;
    private final ByteBuffer bytes;
    private Charset charset = StandardCharsets.UTF_8;
    private CharsetDecoder decoder = decoder(charset);
    private @Nullable Charset fallback;
    private boolean atStart = true;
    private boolean atEnd;
    private boolean suspicious;
    private long read;

    /** Decodes at most so many bytes. */
    public StrictText(InputStream in, long mostBytes) {
        this(in, mostBytes, Optional.empty());
    }

    /** The same with a fallback. */
    public StrictText(InputStream in, long mostBytes, Optional<Charset> fallback) {
        this.in = in;
        this.most = mostBytes;
        this.bytes = ByteBuffer.allocate(BUFFER).flip();
        this.fallback = fallback.orElse(null);
    }

    /** Decodes UTF-8 that has been read and does not begin with a byte order mark. */
    StrictText(byte[] array, int from, int to) {
        this.in = InputStream.nullInputStream();
        this.most = to;
        this.bytes = ByteBuffer.wrap(array, from, to - from);
        this.atStart = false;
        this.atEnd = true;
        look(from, to);
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The encoding in which the text turned out to be. */
    public Charset charset() {
        return charset;
    }

    /** Whether a byte has been read that may belong to a control character or to an invisible one. */
    boolean isSuspicious() {
        return suspicious;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        int before = chars.position();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, atEnd);
            int decoded = chars.position() - before;
            if (decoded > 0) {
                if (fallback != null && !isAscii(target, offset, offset + decoded)) {
                    fallback = null;
                }
                return decoded;
            }
            if (result.isError()) {
                if (fallback == null) {
                    result.throwException();
                } else {
                    decodeAs(fallback);
                    continue;
                }
            }
            if (result.isOverflow()) {
                // A pair of surrogates does not fit into one char: the reader asks for more than one.
                throw new CharacterCodingException();
            }
            if (atEnd) {
                return -1;
            }
            fill();
        }
    }

    private void decodeAs(Charset other) {
        charset = other;
        decoder = decoder(other);
        fallback = null;
        suspicious = true;
    }

    private static boolean isAscii(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private void fill() throws IOException {
        bytes.compact();
        do {
            int from = bytes.position();
            int count = in.read(bytes.array(), from, bytes.remaining());
            if (count < 0) {
                atEnd = true;
                break;
            }
            read += count;
            if (read > most) {
                throw new OverLimitException("at most " + (most >> 20) + " MiB");
            }
            bytes.position(from + count);
            look(from, from + count);
        } while (atStart && bytes.position() < 3);
        bytes.flip();
        if (atStart) {
            atStart = false;
            passMark();
        }
    }

    private void passMark() {
        if (bytes.remaining() >= 3
                && bytes.get(0) == (byte) 0xEF
                && bytes.get(1) == (byte) 0xBB
                && bytes.get(2) == (byte) 0xBF) {
            bytes.position(3);
        } else if (bytes.remaining() >= 2 && bytes.get(0) == (byte) 0xFE && bytes.get(1) == (byte) 0xFF) {
            bytes.position(2);
            decodeAs(StandardCharsets.UTF_16BE);
        } else if (bytes.remaining() >= 2 && bytes.get(0) == (byte) 0xFF && bytes.get(1) == (byte) 0xFE) {
            bytes.position(2);
            decodeAs(StandardCharsets.UTF_16LE);
        }
    }

    /** Eight bytes at a time; only words with a byte below the space or above ASCII are looked at one by one. */
    private void look(int from, int to) {
        if (suspicious) {
            return;
        }
        byte[] array = bytes.array();
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long word = (long) LONG.get(array, at);
            if (((word - SPACES | word) & HIGH_BITS) != 0) {
                for (int i = at; i < at + 8; i++) {
                    suspicious |= isSuspicious(array[i]);
                }
            }
        }
        for (; at < to; at++) {
            suspicious |= isSuspicious(array[at]);
        }
    }

    /** Whether a byte may belong to a control character or to an invisible one. */
    static boolean isSuspicious(byte b) {
        if (b >= ' ') {
            return false;
        }
        if (b >= 0) {
            return b != '\n' && b != '\r' && b != '\t';
        }
        // The bytes with which C1 controls, marks of direction and characters without width begin.
        return b == (byte) 0xC2 || b == (byte) 0xD8 || b == (byte) 0xE2 || b == (byte) 0xEF;
    }

    /** Whether a character is one that nobody sees and that does not belong into data: controls, marks of direction, no width. */
    static boolean isUnseen(char c) {
        if (c >= ' ' && c < 0x7F) {
            return false;
        }
        if (c < 0xA0) {
            return c != '\t' && c != '\n' && c != '\r';
        }
        // Joiners (200C, 200D) belong to the spelling of some languages.
        return c >= 0x200B
                        && c <= 0x206F
                        && (c <= 0x200F
                                ? c != 0x200C && c != 0x200D
                                : c >= 0x202A && c != 0x202F && (c <= 0x202E || c >= 0x2060))
                || c == 0xFEFF
                || c == 0x061C;
    }

    /** Whether a character is white space that is passed over around a text. */
    public static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\uFEFF';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
