package tacit.api.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToolCallTest {

    private static @Nullable Object kept(@Nullable Object value) {
        Map<String, @Nullable Object> arguments = new HashMap<>();
        arguments.put("a", value);
        return ToolCall.of("tool", arguments).arguments().get("a");
    }

    @Test
    void keepsANumberTheSameFromWhateverItWasRead() {
        assertThat(kept(7)).isEqualTo(7L);
        assertThat(kept(BigInteger.valueOf(7))).isEqualTo(7L);
        assertThat(kept(1.5f)).isEqualTo(1.5);
        assertThat(kept(new BigDecimal("1.5"))).isEqualTo(1.5);
        assertThat(kept(BigInteger.TWO.pow(80))).isEqualTo("1208925819614629174706176");
    }

    @Test
    void keepsWhatListsAndMapsHold() {
        Map<String, @Nullable Object> inner = new HashMap<>();
        inner.put("b", null);
        inner.put("c", List.of(1, true));

        assertThat(kept(inner)).isEqualTo(kept(new HashMap<>(inner)));
        assertThat(kept(List.of(1, "x", Map.of("n", 2)))).isEqualTo(List.of(1L, "x", Map.of("n", 2L)));
        assertThat(kept(null)).isNull();
    }

    @Test
    void refusesWhatNoMessageHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kept(new Object()))
                .withMessageContaining("java.lang.Object");
        assertThatIllegalArgumentException().isThrownBy(() -> ToolCall.of(" ", Map.of()));
    }
}
