package tacit.runtime.trust.statement;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;

/**
 * A private key and the id of its public half. Immutable.
 *
 * @param key Ed25519
 * @param keyId of the public half
 */
record SigningKey(PrivateKey key, String keyId) {

    private static final String ENDING = ".key";

    /**
     * Makes a key: {@code NAME.key} for its owner's eyes only, and {@code NAME.pub} for those who are to trust it.
     *
     * @return the public half, as it lies in its file
     */
    static PinnedKey create(Path file) {
        try {
            Path other = publicHalf(file);
            if (Files.exists(file) || Files.exists(other)) {
                throw new FileAlreadyExistsException(
                        (Files.exists(file) ? file : other).toString(), null, "a key is never overwritten");
            }
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String text = Pem.encode("PUBLIC KEY", pair.getPublic().getEncoded());
            write(file, "rw-------", Pem.encode("PRIVATE KEY", pair.getPrivate().getEncoded()));
            write(other, "rw-r--r--", text);
            return PinnedKey.read(String.valueOf(other.getFileName()), text);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot write key '" + file + "': " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a key: this Java has no Ed25519", e);
        }
    }

    /** Reads a private key, with its public half from the file beside it. */
    static SigningKey read(Path file) {
        try {
            byte[] encoded = Pem.decode(Files.readString(file));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            Path other = publicHalf(file);
            PinnedKey pinned = PinnedKey.read(other.toString(), Files.readString(other));
            SigningKey signing = new SigningKey(key, pinned.id());
            byte[] trial = {1};
            if (!pinned.verifies(trial, signing.sign(trial))) {
                throw new IllegalArgumentException("'" + file + "' and '" + other + "' are not halves of one key");
            }
            return signing;
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read key '" + e.getMessage() + "'", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Cannot use key '" + file + "': it is not a private Ed25519 key", e);
        }
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with key '" + keyId + "'", e);
        }
    }

    private static Path publicHalf(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(ENDING)) {
            throw new IllegalArgumentException("The name of a key must end with .key, got '" + name + "'");
        }
        return file.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".pub");
    }

    private static void write(Path file, String rights, String text) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, fresh, attributes)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }
}
