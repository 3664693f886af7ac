package tacit.runtime.trust.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tacit.runtime.trust.Jars;
import tacit.runtime.trust.Zips;

class CalledMethodsTest {

    @Test
    void namesCallsConstructorsAndWhatLambdasPointTo() throws UnreadableJarException {
        byte[] type =
                type("new StringBuilder(); java.util.function.Supplier<Long> s = System::nanoTime; return input;");

        assertThat(CalledMethods.of("Templates", type))
                .contains("java/lang/Object.<init>", "java/lang/StringBuilder.<init>", "java/lang/System.nanoTime");
    }

    @Test
    void refusesEveryClassFileThatIsCutInItsPool() throws UnreadableJarException {
        byte[] type = type("return message + 5_000_000_000L + 1.5;");
        int refused = 0;
        for (int length = 0; length < type.length; length++) {
            refused += isRefused(Arrays.copyOf(type, length)) ? 1 : 0;
        }

        assertThat(refused).isBetween(type.length / 4, type.length - 1);
        assertThat(isRefused(Arrays.copyOf(type, type.length / 4))).isTrue();
    }

    @Test
    void refusesAPoolThatPointsNowhere() {
        byte[] type = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 0, 2, 10, 0, 9, 0, 9};

        assertThatThrownBy(() -> CalledMethods.of("a.class", type))
                .isInstanceOf(UnreadableJarException.class)
                .hasMessageContaining("Its 'a.class' is not a class file");
    }

    @Test
    void refusesAnEntryOfAnUnknownKind() {
        byte[] type = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 0, 2, 99};

        assertThatThrownBy(() -> CalledMethods.of("a.class", type)).hasMessageContaining("unknown kind 99");
    }

    private static byte[] type(String body) {
        return Zips.entries(Jars.doing(body).bytes()).get("hen/Templates.class");
    }

    private static boolean isRefused(byte[] type) {
        try {
            CalledMethods.of("a.class", type);
            return false;
        } catch (UnreadableJarException refused) {
            return true;
        }
    }
}
