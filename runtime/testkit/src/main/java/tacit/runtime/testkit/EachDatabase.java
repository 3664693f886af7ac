package tacit.runtime.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test, or every test of a class, once on HSQLDB and once on a real PostgreSQL.
 *
 * <p>On a method it takes the place of {@code @Test}; on a class the methods keep their {@code @Test}. Test methods,
 * {@code @BeforeEach} methods and the constructor may take a {@link tacit.api.store.Database} or a {@link TestDatabase},
 * which are fresh and empty for each test. Where no PostgreSQL can start, its half is skipped with the reason, or fails
 * when the environment variable TACIT_CI is 1.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@TestTemplate
@ClassTemplate
@ExtendWith(EachDatabaseExtension.class)
public @interface EachDatabase {}
