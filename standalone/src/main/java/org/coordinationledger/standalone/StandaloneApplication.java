package org.coordinationledger.standalone;

import org.coordinationledger.command.CommandSideConfiguration;
import org.coordinationledger.service.ServiceConfiguration;
import org.coordinationledger.view.QuerySideConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Both sides in one process. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ServiceConfiguration.class, CommandSideConfiguration.class, QuerySideConfiguration.class})
class StandaloneApplication {}
