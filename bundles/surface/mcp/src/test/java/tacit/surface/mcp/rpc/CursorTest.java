package tacit.surface.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void isReadAsItWasWritten() {
        for (Cursor cursor :
                new Cursor[] {Cursor.FIRST, new Cursor(2, null), new Cursor(1, "a place é"), new Cursor(0, "")}) {
            assertThat(Cursor.of(Json.object().put("cursor", cursor.text()))).isEqualTo(cursor);
        }
    }

    @Test
    void beginsWhereNoneIsSent() {
        ObjectNode none = Json.object();

        assertThat(Cursor.of(none)).isEqualTo(Cursor.FIRST);
        assertThat(Cursor.of(none.putNull("cursor"))).isEqualTo(Cursor.FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "eA", "IDE", "OTk5OTk5OTk5OTk5OTk"})
    void refusesWhatWasNeverAnswered(String text) {
        assertThatThrownBy(() -> Cursor.of(Json.object().put("cursor", text)))
                .isInstanceOfSatisfying(
                        RpcError.class, error -> assertThat(error.code()).isEqualTo(RpcError.INVALID_PARAMS));
    }

    @Test
    void refusesWhatIsNoTextOrTooLong() {
        assertThatThrownBy(() -> Cursor.of(Json.object().put("cursor", 7))).isInstanceOf(RpcError.class);
        assertThatThrownBy(() -> Cursor.of(Json.object().put("cursor", "MA".repeat(2_000))))
                .isInstanceOf(RpcError.class);
    }
}
