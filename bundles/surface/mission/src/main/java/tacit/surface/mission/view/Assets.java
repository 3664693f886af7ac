package tacit.surface.mission.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The style sheet, the scripts and the icon that pages load, under names that change with their content. Immutable. */
public final class Assets {

    private static final int HASH = 12;
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Asset> files = new LinkedHashMap<>();

    /** One file, with its media type. */
    public record Asset(String type, String text) {}

    /** Reads them all. */
    public Assets() {
        Properties listed = new Properties();
        try (InputStream in = open("/tacit/surface/mission/view/assets.properties")) {
            listed.load(in);
            for (String name : listed.stringPropertyNames()) {
                add(name, listed.getProperty(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the files of the pages", e);
        }
    }

    private void add(String name, String resource) throws IOException {
        try (InputStream in = open(resource)) {
            byte[] bytes = in.readAllBytes();
            int dot = name.lastIndexOf('.');
            String file = name.substring(0, dot) + "-" + hash(bytes) + name.substring(dot);
            String type = Objects.requireNonNull(TYPES.get(name.substring(dot + 1)), name);
            names.put(name.replace('.', '_'), "/mission/assets/" + file);
            files.put(file, new Asset(type + "; charset=utf-8", new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    /** Where each is, by its name with an underscore for the dot. */
    public Map<String, String> paths() {
        return Map.copyOf(names);
    }

    /** The file of a name with its hash. */
    public Optional<Asset> find(String file) {
        return Optional.ofNullable(files.get(file));
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("No resource " + resource);
        }
        return in;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
