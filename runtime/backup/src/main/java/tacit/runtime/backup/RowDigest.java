package tacit.runtime.backup;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** What the rows of a table are, whatever their order: how many, and the sum of the SHA-256 of each. Confined to its owner. */
final class RowDigest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest digest = Hashing.sha256();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    void add(String line) {
        byte[] hash = digest.digest(line.getBytes(StandardCharsets.UTF_8));
        sum = sum.add(new BigInteger(1, hash)).mod(MODULUS);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** In 64 hexadecimal digits. */
    String sum() {
        byte[] bytes = sum.toByteArray();
        byte[] fixed = new byte[32];
        int from = Math.max(0, bytes.length - fixed.length);
        int length = bytes.length - from;
        System.arraycopy(bytes, from, fixed, fixed.length - length, length);
        return HexFormat.of().formatHex(fixed);
    }
}
