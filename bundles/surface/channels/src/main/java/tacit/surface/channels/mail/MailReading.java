package tacit.surface.channels.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.channel.ChannelTraits;
import tacit.api.channel.RawDelivery;

/** Unpacks a mail into headers and texts; files are named and left out. */
final class MailReading {

    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 100;
    private static final int MOST_BYTES = 1_000_000;
    private static final int LONGEST_HEADER = 20_000;

    private final List<RawDelivery.Part> parts = new ArrayList<>();

    private MailReading() {}

    static RawDelivery of(MimeMessage mail, ChannelTraits traits, Instant at) throws MessagingException, IOException {
        SortedMap<String, String> headers = new TreeMap<>();
        for (String name : traits.headers()) {
            String[] values = mail.getHeader(name);
            if (values != null) {
                headers.put(name, decoded(String.join("\n", values)));
            }
        }
        MailReading reading = new MailReading();
        reading.add(mail, 0);
        return new RawDelivery(headers, reading.parts, at);
    }

    static String decoded(String header) {
        String unfolded = MimeUtility.unfold(header);
        try {
            String text = MimeUtility.decodeText(unfolded);
            return text.length() <= LONGEST_HEADER ? text : text.substring(0, LONGEST_HEADER);
        } catch (UnsupportedEncodingException e) {
            // What nobody can read stays as it came
            return unfolded;
        }
    }

    private void add(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || parts.size() >= MOST_PARTS) {
            return;
        }
        ContentType type = type(part);
        if (type.match("multipart/*")) {
            MimeMultipart several = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int index = 0; index < several.getCount(); index++) {
                BodyPart one = several.getBodyPart(index);
                add(one, depth + 1);
            }
            return;
        }
        String file = fileName(part);
        String text = file == null && type.match("text/*") ? text(part, type) : "";
        parts.add(new RawDelivery.Part(type.getBaseType().toLowerCase(Locale.ROOT), file, text));
    }

    private static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            // Nobody can tell what it is
            return new ContentType("application", "octet-stream", null);
        }
    }

    /** What is attached is a file, whatever its type. */
    private static @Nullable String fileName(Part part) throws MessagingException {
        String name = part.getFileName();
        if (name != null) {
            return decoded(name);
        }
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) ? "attachment" : null;
    }

    private static String text(Part part, ContentType type) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_BYTES), charset(type.getParameter("charset")));
        }
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
