package tacit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationsTest {

    private static final Map<String, Object> HELLO = Map.of("role", "user", "content", "Hello");
    private static final Map<String, Object> BYE = Map.of("role", "user", "content", "Bye");

    private final Heard heard = new Heard();
    private TestHost host;
    private TacitClient client;

    @BeforeEach
    void open() throws IOException {
        host = new TestHost();
        client = new TacitClient(host.options("all").listener(heard));
    }

    @AfterEach
    void close() {
        client.close();
        host.close();
    }

    @Test
    void keepsTheOrderAndReplaces() {
        Conversations conversations = client.conversations(null);

        assertThat(conversations.replace("c1", List.of(BYE, HELLO, BYE))).isTrue();
        assertThat(conversations.messages("c1")).containsExactly(BYE, HELLO, BYE);
        conversations.replace("c1", List.of(HELLO));

        assertThat(conversations.messages("c1")).containsExactly(HELLO);
        assertThat(conversations.ids()).containsExactly("c1");
    }

    @Test
    void deletesAndTakesUnknownIdsForEmpty() {
        Conversations conversations = client.conversations(null);
        conversations.replace("c1", List.of(HELLO));

        assertThat(conversations.delete("c1")).isTrue();
        assertThat(conversations.delete("c1")).isTrue();

        assertThat(conversations.messages("c1")).isEmpty();
        assertThat(conversations.ids()).isEmpty();
        assertThat(heard.failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "../x", "ü €", "?q=1&x", "-", "b64~x", "a_b", "%2F", "#", "line\nbreak"})
    void takesAnyIdAndGivesItBack(String id) {
        Conversations conversations = client.conversations(null);

        conversations.replace(id, List.of(HELLO));

        assertThat(conversations.ids()).containsExactly(id);
        assertThat(conversations.messages(id)).containsExactly(HELLO);
        assertThat(conversations.delete(id)).isTrue();
        assertThat(conversations.ids()).isEmpty();
    }

    @Test
    void refusesIdsThatCanBeNone() {
        Conversations conversations = client.conversations(null);

        assertThatIllegalArgumentException().isThrownBy(() -> ConversationNames.name(" "));
        assertThat(conversations.replace("x ".repeat(500), List.of(HELLO))).isFalse();
        assertThat(heard.failures).containsExactly("conversation 0");
    }

    @Test
    void showsNothingOfAnotherUser() {
        client.conversations("nora").replace("c1", List.of(HELLO));

        try (TacitClient omar = new TacitClient(host.options("omar").failOpen(false));
                TacitClient other = new TacitClient(host.options("other"))) {
            assertThat(omar.conversations(null).messages("c1")).isEmpty();
            assertThat(omar.conversations(null).ids()).isEmpty();
            assertThat(other.conversations("nora").messages("c1")).isEmpty();
            assertThatThrownBy(() -> omar.conversations("nora").messages("c1"))
                    .isInstanceOfSatisfying(
                            TacitException.class, e -> assertThat(e.status()).isEqualTo(403));
        }
        try (TacitClient nora = new TacitClient(host.options("nora"))) {
            assertThat(nora.conversations(null).messages("c1")).containsExactly(HELLO);
        }
    }
}
