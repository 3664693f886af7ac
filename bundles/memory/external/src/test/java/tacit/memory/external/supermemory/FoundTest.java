package tacit.memory.external.supermemory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.ExternalContext.Fact;

class FoundTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "3",
                "{\"profile\":null,\"searchResults\":7}",
                "{\"profile\":{\"static\":\"tea\",\"dynamic\":{\"a\":1}}}",
                "{\"profile\":{\"static\":[1,null,[],{}]},\"searchResults\":{\"results\":[{},{\"memory\":[]}]}}"
            })
    void takesWhateverIsNotAsItShouldBeForNothing(String answer) {
        assertThat(Found.profile(json(answer), 5, 4)).isEmpty();
    }

    @Test
    void readsFactsThatAreTextsOrHoldOne() {
        assertThat(Found.profile(
                        json("{\"profile\":{\"static\":[\" tea \"],\"dynamic\":[{\"memory\":\"rain\"}]}}"), 5, 4))
                .extracting(Fact::text)
                .containsExactly("tea", "rain");
    }

    @Test
    void putsHitsBeforeTheProfile() {
        assertThat(Found.profile(
                        json("{\"profile\":{\"static\":[\"tea\"]},\"searchResults\":{\"results\":["
                                + "{\"chunk\":\"rain\",\"updatedAt\":\"yesterday\",\"similarity\":-2}]}}"),
                        5,
                        4))
                .containsExactly(new Fact(null, "found", "rain", 0, null), new Fact(null, "static", "tea", 0.6, null));
    }

    @Test
    void boundsATextFromOutside() {
        assertThat(Found.profile(json("{\"profile\":{\"static\":[\"" + "x".repeat(5000) + "\"]}}"), 5, 4))
                .first()
                .satisfies(fact -> assertThat(fact.text()).hasSize(2000));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
