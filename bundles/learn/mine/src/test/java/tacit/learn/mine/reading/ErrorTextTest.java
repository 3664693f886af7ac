package tacit.learn.mine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error: no such order",
                "Error executing query: 1064 (42000): You have an error near 'x'",
                "ERROR 1146 at line 1: no such table",
                "1054 (42S22): Unknown column 'a' in 'field list'",
                "Traceback (most recent call last):\n  File \"a.py\"\nValueError: bad",
                "java.sql.SQLException: no table",
                "bash: line 1: foo: command not found",
                "cat: missing.txt: No such file or directory",
                "ls: cannot access 'x': No such file or directory",
                "HTTP 503 Service Unavailable",
                "{\"error\": \"user not found\"}",
                "Request failed with status 404 here"
            })
    void knowsErrorMessages(String result) {
        assertThat(ErrorText.in(result)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[(1, 'Error handling for beginners')]",
                "The report lists 404 visitors",
                "{\"order\": 7, \"status\": \"delivered\"}",
                "[('Failed to Bloom',), ('Error',)]",
                "3 rows",
                "Errors are common in this field of study"
            })
    void leavesResultsAlone(String result) {
        assertThat(ErrorText.in(result)).isEmpty();
    }

    @Test
    void namesTheCauseOfAStackTrace() {
        String trace = "Traceback (most recent call last):\n  File \"a.py\", line 3\nKeyError: 'x'\n";

        assertThat(ErrorText.line(trace)).isEqualTo("KeyError: 'x'");
    }

    @Test
    void keepsTheMessageShort() {
        assertThat(ErrorText.line("Error: " + "x".repeat(1000))).hasSize(300);
    }
}
