/** Many kinds of calls at once over real connections, while the harness changes. */
@org.jspecify.annotations.NullMarked
package tacit.bench.load;
