package tacit.surface.proxy.wire;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Bytes that are put between others.
 *
 * @param at before which byte
 * @param text what is put there, as UTF-8
 */
public record Splice(int at, String text) {

    /** The bytes with all splices at their places; every byte that was there stays, in its order. */
    public static byte[] into(byte[] body, List<Splice> splices) {
        List<Splice> sorted =
                splices.stream().sorted(Comparator.comparingInt(Splice::at)).toList();
        List<byte[]> texts = sorted.stream()
                .map(splice -> splice.text().getBytes(StandardCharsets.UTF_8))
                .toList();
        byte[] whole = new byte
                [body.length + texts.stream().mapToInt(text -> text.length).sum()];
        int from = 0;
        int to = 0;
        for (int i = 0; i < sorted.size(); i++) {
            int length = sorted.get(i).at() - from;
            System.arraycopy(body, from, whole, to, length);
            System.arraycopy(texts.get(i), 0, whole, to + length, texts.get(i).length);
            from += length;
            to += length + texts.get(i).length;
        }
        System.arraycopy(body, from, whole, to, body.length - from);
        return whole;
    }
}
