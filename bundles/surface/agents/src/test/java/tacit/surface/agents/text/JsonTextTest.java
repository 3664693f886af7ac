package tacit.surface.agents.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private static final JsonNode ONE = json("{\"a\":[1,\"x\"]}");

    @Test
    void addsAMemberBehindTheOthersAsTheyAreLaidOut() {
        String text = "{\n    \"z\": 1,\n    \"b\" : { \"c\":2 }\n}\n";

        assertThat(JsonText.of(text).put(List.of(), "new", ONE).toString()).isEqualTo("""
                        {
                            "z": 1,
                            "b" : { "c":2 },
                            "new": {
                                "a": [
                                    1,
                                    "x"
                                ]
                            }
                        }
                        """);
    }

    @Test
    void keepsOneLineOnOneLine() {
        assertThat(JsonText.of("{\"b\": {\"c\": 2}}")
                        .put(List.of("b"), "d", ONE)
                        .toString())
                .isEqualTo("{\"b\": {\"c\": 2, \"d\": {\"a\": [1, \"x\"]}}}");
    }

    @Test
    void keepsWindowsLineEnds() {
        String text = "{\r\n\t\"b\": 1\r\n}\r\n";

        assertThat(JsonText.of(text).put(List.of(), "c", json("true")).toString())
                .isEqualTo("{\r\n\t\"b\": 1,\r\n\t\"c\": true\r\n}\r\n");
    }

    @Test
    void fillsAnEmptyText() {
        assertThat(JsonText.of(" \n")
                        .put(List.of(), "c", json("{}"))
                        .put(List.of("c"), "d", json("1"))
                        .toString())
                .isEqualTo("{\n  \"c\": {\n    \"d\": 1\n  }\n}\n");
    }

    @Test
    void givesAMemberAnotherValueInItsPlace() {
        assertThat(JsonText.of("{ \"a\" :  \"old\" , \"b\": 1 }")
                        .put(List.of(), "a", json("\"new\""))
                        .toString())
                .isEqualTo("{ \"a\" :  \"new\" , \"b\": 1 }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1, 2]}",
                "{\n  \"a\": [\n    {\"b\": 1}\n  ],\n  \"ü\": \"\\\"},{\\\\\"\n}",
                "{ \"x\" : null,\"a\" : [ [ ] , {} ] }",
                "{\r\n\"a\":[\r\n\"😀\"\r\n]\r\n}"
            })
    void takesBackExactlyWhatItAdded(String text) {
        JsonText before = JsonText.of(text);

        JsonText after = before.put(List.of(), "new", ONE).add(List.of("a"), ONE);
        JsonText back =
                after.remove(List.of("a"), after.node().path("a").size() - 1).remove(List.of(), "new");

        assertThat(back.toString()).isEqualTo(text);
    }

    @Test
    void takesTheFirstOfSeveralAway() {
        assertThat(JsonText.of("{\n  \"a\": 1,\n  \"b\": 2\n}")
                        .remove(List.of(), "a")
                        .toString())
                .isEqualTo("{\n  \"b\": 2\n}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1,}|line 1, column 9",
                "[1]|one object",
                "{\"a\": 1} x|line 1, column 10",
                "{\"a\": 1, \"a\": 2}|Duplicate field",
                "{ // note }|line 1, column 3"
            })
    void saysWhereATextIsNoJson(String text, String reason) {
        assertThatThrownBy(() -> JsonText.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesToAddToSomethingElse() {
        assertThatThrownBy(() -> JsonText.of("{\"a\": {}}").add(List.of("a"), ONE))
                .hasMessage("a must be an array");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
