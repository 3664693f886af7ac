package tacit.learn.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes examples, each once. Keeps a digest of 16 bytes of each. Confined to one thread. */
final class Lines {

    private record Digest(long high, long low) {}

    private final ObjectMapper mapper = new ObjectMapper();
    private final Set<Digest> written = new HashSet<>();
    private final PrivateFile file;
    private final Tally tally;

    Lines(PrivateFile file, Tally tally) {
        this.file = file;
        this.tally = tally;
    }

    ObjectNode object() {
        return mapper.createObjectNode();
    }

    /** Writes an example unless one with these messages was written. */
    void write(ObjectNode example, List<List<ObjectNode>> messages, int secrets) {
        if (written.add(digest(messages.toString()))) {
            file.line(example.toString());
            tally.wrote(secrets);
        } else {
            tally.left(LeftOut.REPEATED);
        }
    }

    private static Digest digest(String text) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Digest(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
