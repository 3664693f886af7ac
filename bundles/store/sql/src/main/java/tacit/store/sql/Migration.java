package tacit.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tacit.api.store.StoreException;

/**
 * One script of one owner. Immutable.
 *
 * @param owner the bundle whose tables it makes
 * @param version its number, from 1
 * @param checksum SHA-256 of its text, in hexadecimal digits
 * @param statements its statements, in order
 */
record Migration(String owner, int version, String checksum, List<String> statements) {

    Migration {
        statements = List.copyOf(statements);
    }

    /** Reads the scripts beside the anchor, without gaps from 1. */
    static List<Migration> find(String owner, Class<?> anchor) {
        List<Migration> found = new ArrayList<>();
        Optional<URL> script = locate(anchor, 1);
        while (script.isPresent()) {
            found.add(parse(owner, found.size() + 1, read(script.get())));
            script = locate(anchor, found.size() + 1);
        }
        if (locate(anchor, found.size() + 2).isPresent()) {
            throw new IllegalArgumentException("Cannot migrate '" + owner + "': db/V" + (found.size() + 1)
                    + ".sql is missing but a later script exists");
        }
        return found;
    }

    static Migration parse(String owner, int version, String text) {
        List<String> statements = SqlScript.statements(text);
        statements.forEach(statement -> AdditiveRule.check(owner, version, statement));
        return new Migration(owner, version, checksum(text), statements);
    }

    /** Many bundles on one class path all have a db folder: the one beside the anchor's own class file is meant. */
    private static Optional<URL> locate(Class<?> anchor, int version) {
        String path = anchor.getName().replace('.', '/') + ".class";
        ClassLoader loader = anchor.getClassLoader();
        URL own = loader.getResource(path);
        if (own == null) {
            throw new IllegalArgumentException("anchor must have a class file, got " + anchor.getName());
        }
        String root = own.toString().substring(0, own.toString().length() - path.length());
        try {
            return Collections.list(loader.getResources("db/V" + version + ".sql")).stream()
                    .filter(url -> url.toString().startsWith(root))
                    .findFirst();
        } catch (IOException e) {
            throw new StoreException("Cannot look for scripts of '" + anchor.getName() + "'", e);
        }
    }

    private static String read(URL script) {
        try {
            URLConnection connection = script.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            }
        } catch (IOException e) {
            throw new StoreException("Cannot read '" + script + "'", e);
        }
    }

    private static String checksum(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
