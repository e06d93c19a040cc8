package org.coordinationledger.cellassignment.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when on a comment is missing, for a member who took the seat on a day. */
class HostCommentsTest {

    @ParameterizedTest(name = "{3}: seated {0}, commented {1}, missing from {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2015-01-31 |                                 | 2015-07-01 | a quarter that had begun does not count
            2015-01-01 |                                 | 2015-04-01 | a quarter counts from its first day
            2015-01-01 | 2015-Q1 2015-Q2                 | 2015-10-01 | the next quarter is asked for
            2015-01-01 | 2015-Q2 2015-Q1                 | 2015-10-01 | whatever the order
            2015-01-01 | 2015-Q1 2015-Q3                 | 2015-07-01 | one that was left out is missing
            2015-01-01 | 2015                            | 2017-01-01 | who comments by year is asked for the next year
            2014-06-15 | 2015                            | 2017-01-01 | and not for a year in which the seat was taken
            2013-06-15 | 2015                            | 2015-01-01 | but for a whole year before
            2015-01-01 | 2015-Q1 2015-Q2 2015-Q3 2015-Q4 2015 | 2016-04-01 | a year beside all of its quarters changes nothing
            2015-01-01 | 2015-Q1 2015-Q2 2015-Q3 2015    | 2016-04-01 | beside some of them it covers the rest
            2015-01-01 | 2015-Q4 2015                    | 2016-04-01 | be it all but the last
            2015-01-01 | 2015-Q1 2016                    | 2015-07-01 | a year covers no quarter of another
            2015-01-01 | 2015 2016-Q1                    | 2016-07-01 | who goes over to quarters is asked for quarters
            2015-01-01 | 2015 2016-Q2                    | 2016-04-01 | also for those between
            2015-07-01 | 2015                            | 2017-01-01 | a year in which the seat was taken may be commented on
            2199-10-01 | 2199-Q4                         | 2200-04-01 | as far as days go, beyond the last period there is
            """)
    void a_comment_is_missing_from_the_end_of_the_first_whole_period_without_one(
            LocalDate seated, String periods, LocalDate missing, String because) {
        HostComments comments = new HostComments(
                Stream.ofNullable(periods).flatMap(p -> Stream.of(p.split(" "))).map(CommentPeriod::new).toList());

        assertThat(comments.missingFrom(seated)).as(because).isEqualTo(missing);
    }
}
