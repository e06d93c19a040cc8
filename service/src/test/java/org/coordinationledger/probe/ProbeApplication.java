package org.coordinationledger.probe;

import jakarta.servlet.Filter;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.ServiceConfiguration;
import org.coordinationledger.service.problem.ServiceRejection;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ServiceConfiguration.class, ProbeController.class})
public class ProbeApplication {

    /** Stands for whatever before the controllers may turn a request away. */
    @Bean
    Filter busyFilter() {
        return (request, response, chain) -> {
            if ("filter".equals(request.getParameter("slow"))) {
                throw new RejectedException(new ServiceRejection.Overloaded(3));
            }
            chain.doFilter(request, response);
        };
    }
}
