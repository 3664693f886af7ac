package tacit.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessRoleTest {

    @Test
    void eachRoleIncludesThoseBeforeIt() {
        assertThat(AccessRole.OPERATOR.includes(AccessRole.AGENT)).isTrue();
        assertThat(AccessRole.READER.includes(AccessRole.READER)).isTrue();
    }

    @Test
    void noRoleIncludesOneAfterIt() {
        assertThat(AccessRole.AGENT.includes(AccessRole.READER)).isFalse();
        assertThat(AccessRole.READER.includes(AccessRole.OPERATOR)).isFalse();
    }
}
