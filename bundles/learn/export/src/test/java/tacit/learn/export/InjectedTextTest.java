package tacit.learn.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectedTextTest {

    @ParameterizedTest
    @CsvSource({
        "<cowork_hot_memory>a</cowork_hot_memory> Hello, Hello",
        "Hello <memory_context x=\"1\">a</memory_context> there, Hello  there",
        "<recall_hints>a</recall_hints><cowork_user_profile>b</cowork_user_profile>Hello, Hello",
        "<COWORK_HOT_MEMORY>a</cowork_hot_memory>Hello, Hello",
        "Hello <shared_context> and no end, Hello",
        "Use the <b>hot</b> memory, Use the <b>hot</b> memory",
        "'  as it is ', '  as it is '"
    })
    void takesOutWhatStandsBetweenItsTags(String text, String left) {
        assertThat(InjectedText.without(text)).isEqualTo(left);
    }
}
