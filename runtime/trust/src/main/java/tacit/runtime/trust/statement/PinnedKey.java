package tacit.runtime.trust.statement;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import tacit.runtime.trust.Digest;

/**
 * A public key that an operator trusts. Immutable.
 *
 * @param name the file that it came from
 * @param id the first 16 digits of the SHA-256 of its encoded form
 * @param key Ed25519
 */
record PinnedKey(String name, String id, PublicKey key) {

    /**
     * Reads a key, as PEM or as plain base64 of its X.509 form.
     *
     * @throws IllegalArgumentException when it is no Ed25519 key
     */
    static PinnedKey read(String name, String text) {
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Pem.decode(text)));
            return new PinnedKey(name, idOf(key), key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Cannot use key '" + name + "': it is not a public Ed25519 key", e);
        }
    }

    static String idOf(PublicKey key) {
        return Digest.of(key.getEncoded()).substring(0, 16);
    }

    boolean signed(Statement statement) {
        try {
            return verifies(statement.signedText(), statement.signatureBytes());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    boolean verifies(byte[] text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
