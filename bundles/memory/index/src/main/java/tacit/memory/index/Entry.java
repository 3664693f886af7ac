package tacit.memory.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;

/**
 * A document as it is kept: with the texts around it, so that a hit needs no second look. Immutable.
 *
 * @param document as it was put
 * @param stamp a number of its own for each time it is put
 * @param before the text before it; empty for none
 * @param after the text behind it; empty for none
 * @param around the stamps of the documents that its windows hold
 */
record Entry(SearchDocument document, String stamp, String before, String after, String around) {

    /** A document whose neighbours are not known yet. */
    static Entry fresh(SearchDocument document, String stamp) {
        return new Entry(document, stamp, "", "", "");
    }

    String key() {
        return Fields.key(document.workspaceId(), document.id());
    }

    /** Those with whom it shares windows: of one group, one owner and one visibility, so that no text reaches more eyes. */
    String circle() {
        return document.workspaceId()
                + '\n'
                + document.group()
                + '\n'
                + Fields.user(document.userId())
                + '\n'
                + document.visibility();
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, stamp, before, after, around, document.id(), document.type(), document.workspaceId());
            out.writeBoolean(document.userId() != null);
            write(out, document.userId() == null ? "" : document.userId(), document.group());
            out.writeLong(document.position());
            write(out, document.at().toString());
            write(out, document.speaker(), document.title(), document.text());
            write(out, document.visibility().name(), document.lane().name());
            out.writeInt(document.attributes().size());
            for (Map.Entry<String, String> attribute : document.attributes().entrySet()) {
                write(out, attribute.getKey(), attribute.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String... texts) throws IOException {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    static Entry read(byte[] bytes, int offset, int length) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            String stamp = text(in);
            String before = text(in);
            String after = text(in);
            String around = text(in);
            return new Entry(document(in), stamp, before, after, around);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SearchDocument document(DataInputStream in) throws IOException {
        String id = text(in);
        String type = text(in);
        String workspace = text(in);
        boolean owned = in.readBoolean();
        String user = text(in);
        String group = text(in);
        long position = in.readLong();
        Instant at = Instant.parse(text(in));
        String speaker = text(in);
        String title = text(in);
        String words = text(in);
        Visibility visibility = Visibility.valueOf(text(in));
        TrustLane lane = TrustLane.valueOf(text(in));
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            attributes.put(text(in), text(in));
        }
        return new SearchDocument(
                id,
                type,
                workspace,
                owned ? user : null,
                group,
                position,
                at,
                speaker,
                title,
                words,
                visibility,
                lane,
                attributes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
