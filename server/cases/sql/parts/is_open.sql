-- As the partial indexes of open cases have it.
cases.state IN ('reported', 'accepted', 'assigned', 'handling',
                'handled', 'verified', 'answered')
