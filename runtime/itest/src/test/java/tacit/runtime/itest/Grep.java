package tacit.runtime.itest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Looks for words in every file of folders, however they are written, and in what an index keeps packed. */
final class Grep {

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private final List<Path> folders;

    Grep(Path... folders) {
        this.folders = List.of(folders);
    }

    /** The files, and the parts of the index, that hold one of the words in any case. */
    Set<String> filesWith(List<String> words) throws IOException {
        Set<String> hits = new TreeSet<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    hits.addAll(hits(folder.relativize(file).toString(), bytes(file), words));
                }
            }
            for (Path index : indexes(folder)) {
                hits.addAll(index(index, words));
            }
        }
        return hits;
    }

    /** A file may be replaced while its neighbours are read. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException replaced) {
            return new byte[0];
        }
    }

    private static Set<String> hits(String name, byte[] bytes, List<String> words) {
        Set<String> hits = new TreeSet<>();
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (String word : words) {
            for (Charset encoding : ENCODINGS) {
                String written =
                        new String(word.toLowerCase(Locale.ROOT).getBytes(encoding), StandardCharsets.ISO_8859_1);
                int at = text.indexOf(written);
                if (at >= 0) {
                    hits.add(name + ": " + word + " as " + encoding + " in " + around(text, at));
                }
            }
        }
        return hits;
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80))
                .replaceAll("[^ -~]", "·");
    }

    private static List<Path> indexes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    /** Of documents that are marked as deleted, too: stored values are compressed, and a term begins with the one before it. */
    private static Set<String> index(Path folder, List<String> words) throws IOException {
        Set<String> hits = new TreeSet<>();
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (int i = 0; i < reader.maxDoc(); i++) {
                Document document = reader.storedFields().document(i);
                String stored = document.getFields().stream()
                        .map(field -> field.stringValue() == null ? text(field.binaryValue()) : field.stringValue())
                        .toList()
                        .toString();
                hits.addAll(hits("stored of the index", stored.getBytes(StandardCharsets.UTF_8), words));
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                hits.addAll(terms(leaf.reader(), words));
            }
        }
        return hits;
    }

    private static Set<String> terms(LeafReader leaf, List<String> words) throws IOException {
        Set<String> hits = new TreeSet<>();
        for (FieldInfo field : leaf.getFieldInfos()) {
            Terms terms = leaf.terms(field.name);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    hits.addAll(hits(
                            "terms of " + field.name, term.utf8ToString().getBytes(StandardCharsets.UTF_8), words));
                }
            }
        }
        return hits;
    }

    private static String text(BytesRef bytes) {
        return bytes == null ? "" : new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8);
    }
}
