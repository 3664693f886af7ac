package tacit.api.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void refusesAnEndBeforeItsStart() {
        SpanBuilder span =
                Span.builder("s1", Operation.CHAT, "chat").startedAt(START).endedAt(START.minusMillis(1));

        assertThatThrownBy(span::build).hasMessageStartingWith("endedAt must not be before startedAt");
    }

    @Test
    void refusesAnAttributeThatIsNoJsonValue() {
        SpanBuilder span = Span.builder("s1", Operation.CHAT, "chat").attribute("when", START);

        assertThatThrownBy(span::build).hasMessageStartingWith("Attribute 'when' must be a JSON value");
    }

    @Test
    void keepsItsAttributesWhenTheCallerChangesTheirs() {
        List<Object> list = new ArrayList<>(List.of(Map.of("k", 1)));

        Span span = Span.builder("s1", Operation.CHAT, "chat")
                .attribute("list", list)
                .build();
        list.clear();

        assertThat(span.attributes()).isEqualTo(Map.of("list", List.of(Map.of("k", 1L))));
    }

    @Test
    void countsTokensOfBothDirections() {
        Span span = Span.builder("s1", Operation.CHAT, "chat")
                .attribute(Attribute.INPUT_TOKENS, 30)
                .attribute(Attribute.OUTPUT_TOKENS, 12L)
                .build();

        assertThat(span.tokens()).isEqualTo(42);
    }

    @Test
    void takesNoTimeWhileItsEndIsUnknown() {
        Span span = Span.builder("s1", Operation.CHAT, "chat").startedAt(START).build();

        assertThat(span.duration()).isEqualTo(Duration.ZERO);
        assertThat(span.toBuilder().endedAt(START.plusSeconds(2)).build().duration())
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void copiesEverythingThroughItsBuilder() {
        Span span = Span.builder("s1", Operation.EXECUTE_TOOL, "execute_tool sql")
                .parentId("s0")
                .position(3)
                .startedAt(START)
                .endedAt(START.plusMillis(5))
                .status(SpanStatus.ERROR)
                .statusMessage("no")
                .errorType("E1")
                .input("in")
                .output("out")
                .attribute(Attribute.TOOL_NAME, "sql")
                .event(new SpanEvent(SpanEvent.EXCEPTION, null, Map.of("exception.type", "E1")))
                .build();

        assertThat(span.toBuilder().build()).isEqualTo(span);
        assertThat(span.tool()).contains("sql");
    }
}
