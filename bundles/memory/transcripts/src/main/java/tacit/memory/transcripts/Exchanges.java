package tacit.memory.transcripts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tacit.api.recall.Checkpoint.Packet;
import tacit.api.recall.Checkpoint.Said;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;

/**
 * What user and agent said to each other in a history.
 *
 * @param said all of it, the oldest first
 */
record Exchanges(List<Said> said) {

    private static final int LONGEST_EXCERPT = 500;
    private static final int MOST = 12;

    Exchanges {
        said = List.copyOf(said);
    }

    static Exchanges of(List<SessionMessage> history) {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            SessionMessage message = history.get(i);
            String text = text(message);
            if (!text.isEmpty()
                    && (message.role().equals("user") || message.role().equals("assistant"))) {
                said.add(new Said(
                        "message:" + i,
                        message.at(),
                        message.role() + "_message",
                        Points.begin(text, LONGEST_EXCERPT)));
            }
        }
        return new Exchanges(said);
    }

    /** The words of a message, without those of tools. */
    static String text(SessionMessage message) {
        return message.blocks().stream()
                .filter(block -> block.kind() == BlockKind.TEXT)
                .map(Block::text)
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    int count() {
        return said.size();
    }

    /** The last of them, with what stands for them. */
    Packet packet(Instant now) {
        List<Said> last = said.subList(Math.max(0, said.size() - MOST), said.size());
        return new Packet(
                now,
                hash(last.stream()
                        .map(one -> one.id() + ":" + (one.at() == null ? "" : one.at()) + ":" + one.type() + ":"
                                + one.excerpt())
                        .collect(Collectors.joining("\n"))),
                last);
    }

    /** A SHA-256 in hexadecimal. */
    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
