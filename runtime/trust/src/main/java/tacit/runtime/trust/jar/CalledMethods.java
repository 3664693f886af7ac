package tacit.runtime.trust.jar;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The methods that a class file names in its constant pool, and so may call: calls, constructors, those of a superclass, and
 * what lambdas and method references point to.
 */
public final class CalledMethods {

    private static final int MAGIC = 0xCAFEBABE;

    private final String[] texts;
    private final int[] names;
    private final int[][] members;

    private CalledMethods(int size) {
        texts = new String[size];
        names = new int[size];
        members = new int[size][];
    }

    /**
     * The methods as {@code java/lang/System.exit}.
     *
     * @param name of the entry, for complaints
     */
    public static SortedSet<String> of(String name, byte[] classFile) throws UnreadableJarException {
        try (DataInputStream content = new DataInputStream(new ByteArrayInputStream(classFile))) {
            if (content.readInt() != MAGIC) {
                throw new IOException("it does not begin as one does");
            }
            content.readInt();
            CalledMethods pool = new CalledMethods(content.readUnsignedShort());
            pool.read(content);
            return pool.methods();
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            throw new UnreadableJarException("Its '" + name + "' is not a class file: " + e.getMessage(), e);
        }
    }

    private void read(DataInputStream content) throws IOException {
        for (int i = 1; i < texts.length; i++) {
            int tag = content.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = content.readUTF();
                case 3, 4, 17, 18 -> content.skipNBytes(4);
                case 5, 6 -> {
                    content.skipNBytes(8);
                    // Long numbers take two places
                    i++;
                }
                case 7 -> names[i] = content.readUnsignedShort();
                case 8, 16, 19, 20 -> content.skipNBytes(2);
                case 9 -> content.skipNBytes(4);
                case 10, 11 -> members[i] = new int[] {content.readUnsignedShort(), content.readUnsignedShort()};
                case 12 -> {
                    names[i] = content.readUnsignedShort();
                    content.skipNBytes(2);
                }
                case 15 -> content.skipNBytes(3);
                default -> throw new IOException("it has an entry of the unknown kind " + tag);
            }
        }
    }

    private SortedSet<String> methods() {
        SortedSet<String> methods = new TreeSet<>();
        for (int[] member : members) {
            if (member != null) {
                methods.add(texts[names[member[0]]] + "." + texts[names[member[1]]]);
            }
        }
        return methods;
    }
}
