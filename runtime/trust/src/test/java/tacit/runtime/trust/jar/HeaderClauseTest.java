package tacit.runtime.trust.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderClauseTest {

    @Test
    void readsNamesAttributesAndDirectives() {
        assertThat(HeaderClause.of("a.b;c;version=\"[1.0,2)\";resolution:=optional , d"))
                .containsExactly(
                        new HeaderClause(
                                List.of("a.b", "c"), Map.of("version", "[1.0,2)"), Map.of("resolution", "optional")),
                        new HeaderClause(List.of("d"), Map.of(), Map.of()));
    }

    @Test
    void takesSeparatorsInQuotesAsText() {
        assertThat(HeaderClause.of("osgi.service;filter:=\"(&(a=1;2,3)(b=\\\"x\\\"))\";effective:=active"))
                .singleElement()
                .satisfies(clause -> assertThat(clause.directives())
                        .isEqualTo(Map.of("filter", "(&(a=1;2,3)(b=\"x\"))", "effective", "active")));
    }

    @Test
    void keepsTheTypeOfAnAttributeInItsName() {
        assertThat(HeaderClause.of("n;objectClass:List<String>=\"a,b\"").get(0).attributes())
                .isEqualTo(Map.of("objectClass:List<String>", "a,b"));
    }

    @Test
    void readsNothingOfAnEmptyHeader() {
        assertThat(HeaderClause.of("")).isEmpty();
        assertThat(HeaderClause.of(" , ,")).isEmpty();
    }

    @Test
    void bearsAQuoteThatIsNeverClosed() {
        assertThat(HeaderClause.of("a;b=\"c,d")).hasSize(1);
    }
}
