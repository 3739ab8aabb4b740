-- As the partial indexes of closed and ended cases have it.
cases.state IN ('closed', 'followed_up', 'archived',
                'rejected', 'voided', 'merged')
