# The commands of the portal. `make up` and `make test` set up all they need.
# Settings from the environment: PORT, SANDBOX_PORT, DATA (folder of an instance), ONLY (names of processes), AMQP_URI.

LOCAL = python3 -m deploy.local

.PHONY: up down status test check bench proofs

up:  ## run everything with demo data until Ctrl-C
	@exec $(LOCAL) up

down:  ## stop what runs in DATA
	@$(LOCAL) down

status:  ## list the processes of what runs in DATA
	@$(LOCAL) status

test:  ## the whole suite against a fresh instance; ARGS="tests/unit -k x" for a part
	@$(LOCAL) test $(ARGS)

check:  ## style, types, import rules, architecture tests
	@$(LOCAL) check

bench:  ## measure, and write the results
	@$(LOCAL) bench $(ARGS)

proofs:  ## break things on purpose and compare the ledgers
	@$(LOCAL) proofs $(ARGS)
