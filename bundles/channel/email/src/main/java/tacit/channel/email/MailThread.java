package tacit.channel.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tacit.api.channel.RawDelivery;

/**
 * Where a mail stands in its thread. Immutable.
 *
 * @param id the mail's own
 * @param session that of the first mail of the thread
 * @param reply what a reply must name
 */
record MailThread(String id, String session, Map<String, String> reply) {

    /** What is answered. */
    static final String MESSAGE = "message";

    /** The thread up to what is answered. */
    static final String REFERENCES = "references";

    private static final int MOST_REFERENCES = 20;
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,500}>");

    static MailThread of(RawDelivery delivery, String sender, String text) {
        List<String> own = ids(delivery, "message-id");
        List<String> before = ids(delivery, "references");
        if (before.isEmpty()) {
            before = ids(delivery, "in-reply-to");
        }
        if (own.isEmpty()) {
            String made = "<" + digest(delivery.header("date").orElse("") + "\n" + sender + "\n" + text) + ">";
            return new MailThread(made, before.isEmpty() ? made : before.get(0), Map.of());
        }
        String id = own.get(0);
        Map<String, String> reply = new TreeMap<>();
        reply.put(MESSAGE, id);
        reply.put(REFERENCES, String.join(" ", last(before)) + (before.isEmpty() ? "" : " ") + id);
        return new MailThread(id, before.isEmpty() ? id : before.get(0), reply);
    }

    private static List<String> last(List<String> ids) {
        return ids.subList(Math.max(0, ids.size() - MOST_REFERENCES), ids.size());
    }

    private static List<String> ids(RawDelivery delivery, String header) {
        return ID.matcher(delivery.header(header).orElse(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
